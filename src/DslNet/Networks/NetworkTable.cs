using System.Globalization;
using System.Text;

namespace DslNet;

/// <summary>Networks as text.</summary>
public static class NetworkTable
{
    private const string Gap = "  ";

    private static readonly string[] Titles = ["layer", "declaration", "output", "parameters", "multiply-adds"];

    /// <summary>A table of a network's layers: how each was declared, what comes out, what it learns and what it costs.</summary>
    /// <param name="network">The network.</param>
    /// <returns>Lines that end in a line feed; the same text in every culture.</returns>
    public static string Describe(this INetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return network.Description.Describe();
    }

    /// <summary>A table of a network's layers: how each was declared, what comes out, what it learns and what it costs.</summary>
    /// <param name="description">What was declared.</param>
    /// <returns>Lines that end in a line feed; the same text in every culture.</returns>
    public static string Describe(this NetworkDescription description)
    {
        ArgumentNullException.ThrowIfNull(description);
        List<string[]> rows = [Titles];
        HashSet<string> counted = [];
        rows.AddRange(description.Inputs.Select(port => new[] { port.Name, "", port.Content, "", "" }));
        rows.AddRange(description.Layers.Select(layer => new[]
        {
            layer.Name, layer.Declaration, layer.Output.ToString(), Text(CountOnce(layer)), Text(layer.MultiplyAdds),
        }));
        rows.Add(["total", "", "", Text(description.ParameterCount), Text(description.MultiplyAdds)]);

        // Layers that share weights have the same tensors, which the first of them learns.
        int CountOnce(LayerDescription layer) => layer.Parameters.Where(parameter => counted.Add(parameter.Name)).Sum(parameter => parameter.Shape.Length);

        var table = new StringBuilder();
        table.Append(description.Name).Append(", ").Append(description.LossText).Append('\n');
        int[] widths = [.. Titles.Select((_, column) => rows.Max(row => row[column].Length))];
        foreach (string[] row in rows)
            table.Append(Line(row, widths)).Append('\n');
        if (description.Sequence is { } sequence)
        {
            string over = sequence.HasStreams
                ? $"receptive field {(sequence.ReceptiveField is { } frames ? frames.ToString("N0", CultureInfo.InvariantCulture) : "all frames before")}, state {sequence.StateBytes.ToString("N0", CultureInfo.InvariantCulture)} bytes"
                : "receptive field the whole sequence, no streams";
            table.Append(CultureInfo.InvariantCulture, $"each {(sequence.IsReduced ? "sequence" : "frame")}: delay {sequence.Delay:N0}, {over}\n");
        }

        return table.ToString();
    }

    /// <summary>Words to the left, figures to the right.</summary>
    private static string Line(string[] row, int[] widths) => string.Join(
        Gap, row.Select((cell, column) => column < 3 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).TrimEnd();

    private static string Text(long count) => count == 0 ? "" : count.ToString("N0", CultureInfo.InvariantCulture);
}
