"""Joint review of projects (联合审议): from application to the check after full production, step by step."""
