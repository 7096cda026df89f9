namespace DslNet.Benchmarks;

/// <summary>Ends a command with one line for whoever ran it: what is missing or wrong, and how to get it or put it right.</summary>
internal sealed class BenchmarkException(string message, Exception? inner = null) : Exception(message, inner);
