namespace DslNet.Build;

/// <summary>Says of an item of the project what it lacks, and what to write.</summary>
internal sealed class WrongItemException(string message) : Exception(message);
