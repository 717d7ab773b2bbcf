"""The journal beneath every write: row images, the month guard, verification, and taking entries back."""
