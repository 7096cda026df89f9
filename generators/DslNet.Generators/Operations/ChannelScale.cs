namespace DslNet.Generators.Operations;

/// <summary>What the channels of a value are multiplied by, and what is added to them then.</summary>
/// <param name="Scale">A factor for each channel.</param>
/// <param name="Shift">A term for each channel.</param>
internal sealed record ChannelScale(Operand Scale, Operand Shift);
