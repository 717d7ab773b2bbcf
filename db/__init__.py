"""The database: tables, sessions, migrations, queries. SQL is spoken here and nowhere else."""
