"""What a result does not say by itself: how far it hangs on choices of the rubric."""
