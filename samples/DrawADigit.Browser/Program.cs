// The page calls Reader: there is nothing to do before.
return;
