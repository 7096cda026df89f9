namespace DslNet.Audio;

/// <summary>A .nam file that is damaged, or has what DslNet has no layers for. The message says what is wrong, where in the file, and what to do.</summary>
/// <param name="message">What is wrong, and what to do.</param>
/// <param name="inner">What was thrown below, if anything was.</param>
public sealed class NamException(string message, Exception? inner = null) : Exception(message, inner);
