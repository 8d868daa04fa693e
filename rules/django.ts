// Django: the SECRET_KEY that startproject makes, without the django-insecure- of development settings.

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
