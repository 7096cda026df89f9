// Everything is called from JavaScript: see Measured.
return;
