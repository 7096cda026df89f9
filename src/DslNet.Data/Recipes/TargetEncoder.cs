using System.Text.Json.Serialization;

namespace DslNet.Data;

/// <summary>What is to be predicted.</summary>
/// <param name="Column">The column.</param>
/// <param name="Output">The name of the network's output, if the recipe says it.</param>
internal abstract record TargetEncoder(string Column, string? Output) : FittedStep
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override IEnumerable<string> Reads => [Column];

    /// <summary>What an output is to a user.</summary>
    /// <param name="output">The values of one sample; probabilities of classes where the loss gives some.</param>
    /// <param name="loss">What the output is trained by.</param>
    public abstract Prediction Decode(ReadOnlySpan<float> output, LossDescription? loss);

    /// <summary>The part of a message that says what is missing.</summary>
    private protected static InvalidDataException Missing(TableColumn column, int row) => column.Wrong(row, "is missing, but is what the network is to predict", "Fill it in, or leave the row out.");
}
