namespace DslNet;

/// <summary>The layers of a block, in the place of this attribute.</summary>
/// <example><code>[Input(8), Use&lt;Encoder&gt;, Dense(2)]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/blocks.md">Names, weights and mistakes.</seealso>
/// <typeparam name="TBlock">A class marked <see cref="BlockAttribute"/>.</typeparam>
public sealed class UseAttribute<TBlock> : BlockUseAttribute where TBlock : class;
