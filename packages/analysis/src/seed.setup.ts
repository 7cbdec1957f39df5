import fc from "fast-check";

// The same examples at every run: what fails then fails for what was changed. With LONG_TESTS=true they are drawn anew.
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20_260_901 });
