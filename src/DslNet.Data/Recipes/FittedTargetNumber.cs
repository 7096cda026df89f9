namespace DslNet.Data;

/// <summary>A number to predict.</summary>
/// <param name="Column">The column.</param>
/// <param name="Output">The name of the network's output, if the recipe says it.</param>
/// <param name="Log">Whether its logarithm is learned.</param>
/// <param name="Mean">What is subtracted from it.</param>
/// <param name="Deviation">What it is then divided by.</param>
internal sealed record FittedTargetNumber(string Column, string? Output, bool Log, double Mean, double Deviation) : TargetEncoder(Column, Output)
{
    /// <summary>The number of a row, in the unit of the table.</summary>
    public double Actual(TableColumn column, int row)
    {
        double number = column.Number(row);
        if (double.IsNaN(number))
            throw Missing(column, row);
        return Log && number <= 0 ? throw column.Wrong(row, "has no logarithm", "Correct it, leave the row out, or let TargetNumber be without Log.") : number;
    }

    /// <summary>What the network is to predict of a row.</summary>
    public double Learned(TableColumn column, int row)
    {
        double number = Actual(column, row), learned = ((Log ? Math.Log(number) : number) - Mean) / Deviation;
        FloatRange.Check(learned, column, row);
        return learned;
    }

    /// <inheritdoc/>
    public override string? Problem() => !double.IsFinite(Mean) ? $"has the mean {CellText.Of(Mean)}"
        : !(double.IsFinite(Deviation) && Deviation > 0) ? $"has the deviation {CellText.Of(Deviation)}" : null;

    /// <inheritdoc/>
    public override Prediction Decode(ReadOnlySpan<float> output, LossDescription? loss)
    {
        double learned = output[0] * Deviation + Mean;
        return new Prediction(Column, Log ? Math.Exp(learned) : learned);
    }
}
