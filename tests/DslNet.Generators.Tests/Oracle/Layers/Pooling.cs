namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>What poolings have in common: windows over each channel, which move by their own size unless said otherwise.</summary>
internal abstract class Pooling(int height, int width, int? stride, int padding, bool ceil) : OracleLayer
{
    public override IEnumerable<string> Arguments => WindowArguments.Of(height, width, stride, padding, ceil);

    protected WindowRange Rows => WindowRange.Of(Input.Height, height, stride ?? height, padding, ceil);

    protected WindowRange Columns => WindowRange.Of(Input.Width, width, stride ?? width, padding, ceil);

    protected override Extent Infer() => Extent.Image(Input.Channels, Rows.Count, Columns.Count);

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
