namespace DslNet.Build;

/// <summary>Says of a file why it cannot be read, and what to do.</summary>
internal sealed class UnreadableFileException(string message) : Exception(message);
