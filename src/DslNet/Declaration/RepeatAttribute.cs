namespace DslNet;

/// <summary>The layers of a block several times, one after the other, each with weights of its own unless they are shared.</summary>
/// <example><code>[Input(8), Repeat&lt;Encoder&gt;(3), Dense(2)]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/blocks.md">Names, weights and mistakes.</seealso>
/// <typeparam name="TBlock">A class marked <see cref="BlockAttribute"/>.</typeparam>
/// <param name="count">How many times.</param>
public sealed class RepeatAttribute<TBlock>(int count) : BlockUseAttribute where TBlock : class
{
    /// <summary>How many times.</summary>
    public int Count { get; } = count;
}
