// Django: the SECRET_KEY that startproject makes, without the django-insecure- of development settings.

import { defineResponse, INTERVALS } from '../src/response.js';
import { defineRule } from '../src/rule.js';
import { sample } from '../src/sample.js';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789!@#$%^&*(-_=+)';

export const djangoSecretKey = defineRule({
  id: 'django-secret-key',
  title: 'Django secret key',
  provider: 'Django',
  severity: 'high',
  confidence: 'medium',
  keywords: ['secret_key'],
  pattern:
    /(?:SECRET_KEY|secret_key)["'\]]{0,2}[ \t]{0,8}[:=,][ \t]{0,8}["']?(?!django-insecure-)(?=[a-z0-9]{0,31}[!@#$%^&*(\-_=+)])(?<secret>[a-z0-9!@#$%^&*(\-_=+)]{50,66})(?![A-Za-z0-9!@#$%^&*(\-_=+)])/,
  minEntropy: 4,
  references: ['https://docs.djangoproject.com/en/stable/ref/settings/#secret-key'],
  match: [
    `SECRET_KEY = '«${sample(ALPHABET, 50)}»'`,
    `DJANGO_SECRET_KEY="«${sample(ALPHABET, 50, 2)}»"`,
    `os.environ.get('SECRET_KEY', '«${sample(ALPHABET, 50, 3)}»')`,
  ],
  noMatch: [`django-insecure-${sample(ALPHABET, 50)}`, "SECRET_KEY = os.environ['DJANGO_SECRET_KEY']"],
});

export const djangoSecretKeyResponse = defineResponse({
  id: 'django-secret-key',
  title: 'Django SECRET_KEY',
  rules: ['django-secret-key'],
  names: ['DJANGO_SECRET_KEY', 'DJANGO_SECRET', 'SECRET_KEY', 'DJANGO_*'],
  rotate: [
    'SECRET_KEY without more may be of another framework: Flask, FastAPI and others use the name too. The steps are alike.',
    'Generate a new key, put it into the environment, restart.',
    'A leaked key must never stand in SECRET_KEY_FALLBACKS: that is for planned changes.',
    'Clear the table of sessions, and send new links for resetting passwords to whoever waits for one.',
  ],
  generate:
    'python -c "from django.core.management.utils import get_random_secret_key; print(get_random_secret_key())"',
  invalidation:
    'Signed cookies, sessions in cookies, links for resetting passwords and signed messages end; with the old key among the fallbacks they would live on.',
  audit: 'Request and sign-in log of the application.',
  detectUse: 'Actions of administrators without a sign-in before them.',
  reach: 'Forged sessions and signed data; with a pickle serializer for sessions, execution of code.',
  breaks: 'Everybody is signed out, and links that were mailed stop working.',
  vendorRevokes: false,
  vendorNote: 'You issue it yourself: there is no vendor.',
  rotationDays: INTERVALS.signingKey,
  docs: 'https://docs.djangoproject.com/en/stable/ref/settings/#secret-key',
  sources: [
    'https://docs.djangoproject.com/en/stable/ref/settings/#secret-key',
    'https://docs.djangoproject.com/en/stable/ref/settings/#secret-key-fallbacks',
  ],
});
