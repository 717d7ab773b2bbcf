"""统筹台: coordinates the 17 parks of Zhongguancun (中关村一区多园)."""
