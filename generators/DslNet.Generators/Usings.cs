global using static System.FormattableString;

// System has a Buffer too.
global using Buffer = DslNet.Generators.Operations.Buffer;
