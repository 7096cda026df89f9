namespace Lecture;

/// <summary>A number of the lecture is not what it should be.</summary>
internal sealed class WrongNumberException(string message) : Exception(message);
