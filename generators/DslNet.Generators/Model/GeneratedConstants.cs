namespace DslNet.Generators.Model;

/// <summary>
/// The constants that a network's class gets, as far as they are certain: of a network with errors too, so that others which
/// read them have no error that follows from its own.
/// </summary>
/// <param name="InputLength">How many values one input sample has; null if that is not certain.</param>
/// <param name="OutputLength">How many values one output has; null if that is not certain.</param>
/// <param name="ParameterCount">How many parameters are learned; null if that is not certain.</param>
internal readonly record struct GeneratedConstants(long? InputLength, long? OutputLength, long? ParameterCount)
{
    /// <summary>Whether a constant of this name is generated.</summary>
    public static bool Contains(string name) => name is nameof(InputLength) or nameof(OutputLength) or nameof(ParameterCount);
}
