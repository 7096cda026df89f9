namespace DslNet.Data;

/// <summary>A number to predict.</summary>
/// <param name="Column">The column.</param>
/// <param name="Output">The name of the network's output, if the recipe says it.</param>
/// <param name="Log">Whether its logarithm is learned.</param>
/// <param name="Mean">What is subtracted from it.</param>
/// <param name="Deviation">What it is then divided by.</param>
internal sealed record FittedTargetNumber(string Column, string? Output, bool Log, double Mean, double Deviation) : TargetEncoder(Column, Output)
{
    /// <summary>What the network is to predict of a row.</summary>
    public double Learned(TableColumn column, int row)
    {
        double number = column.Number(row);
        if (double.IsNaN(number))
            throw Missing(column, row);
        if (Log && number <= 0)
            throw column.Wrong(row, "has no logarithm", "Correct it, leave the row out, or let TargetNumber be without Log.");
        return ((Log ? Math.Log(number) : number) - Mean) / Deviation;
    }

    /// <inheritdoc/>
    public override Prediction Decode(ReadOnlySpan<float> output)
    {
        double learned = output[0] * Deviation + Mean;
        return new Prediction(Column, Log ? Math.Exp(learned) : learned);
    }
}
