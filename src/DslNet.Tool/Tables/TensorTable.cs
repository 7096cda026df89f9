using Spectre.Console;

namespace DslNet.Tool.Tables;

/// <summary>The tensors of a safetensors file.</summary>
internal static class TensorTable
{
    public static void Print(string file)
    {
        using FileStream stream = NetworkFiles.Open(file);
        var reader = new SafetensorsReader(stream, file);
        Table table = Screen.NewTable(("tensor", false), ("type", false), ("shape", false), ("elements", true));
        foreach (TensorEntry tensor in reader.Tensors)
            Screen.Add(table, tensor.ShownName, tensor.ElementType, tensor.ShownShape, Screen.Figure(Elements(tensor)));
        Screen.Add(table, "total", "", "", Screen.Figure(reader.Tensors.Sum(Elements)));
        Screen.Write(table);
    }

    private static long Elements(TensorEntry tensor) => tensor.Shape.Aggregate(1L, (product, axis) => product * axis);
}
