namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>What poolings have in common: windows over each channel, which move by their own size unless said otherwise.</summary>
internal abstract class Pooling(string kind, int[] window, int? stride, int padding, bool ceil) : OracleLayer
{
    public override string Kind => FormattableString.Invariant($"{kind}{window.Length}D");

    public override IEnumerable<string> Arguments => WindowArguments.Of(window, stride, padding, ceil: ceil);

    // A signal has one row.
    protected WindowRange Rows => window.Length == 1 ? WindowRange.Of(1, 1, 1, 0) : WindowRange.Of(Input.Height, window[0], stride ?? window[0], padding, ceil: ceil);

    protected WindowRange Columns => WindowRange.Of(Input.Width, window[^1], stride ?? window[^1], padding, ceil: ceil);

    protected override Extent Infer() => Input with { Height = Rows.Count, Width = Columns.Count };

    /// <summary>The inputs in each output's window, row by row.</summary>
    protected IEnumerable<(int Output, List<int> Window)> Windows()
    {
        WindowRange rows = Rows, columns = Columns;
        for (int channel = 0; channel < Input.Channels; channel++)
            for (int row = 0; row < rows.Count; row++)
                for (int column = 0; column < columns.Count; column++)
                {
                    List<int> window = [];
                    foreach ((_, int y) in rows.Places(row))
                        foreach ((_, int x) in columns.Places(column))
                            window.Add(Input.Index(channel, y, x));
                    yield return (Output.Index(channel, row, column), window);
                }
    }
}
