namespace DslNet;

/// <summary>
/// Marks a class whose attributes are the layers of a part of networks. It has no input of its own and no loss: it reads what the layer before its use
/// produces, and <c>Input</c> means that in it. Networks and other blocks use it by <see cref="UseAttribute{TBlock}"/>,
/// <see cref="ResidualAttribute{TBlock}"/> and <see cref="RepeatAttribute{TBlock}"/>.
/// </summary>
/// <example><code>[Block, Conv2D(16, 3, Padding = 1), ReLU, Conv2D(16, 3, Padding = 1)] class Basic;</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/blocks.md">Names, weights and mistakes.</seealso>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class BlockAttribute : Attribute;
