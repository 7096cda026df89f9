using DslNet.Onnx;
using Spectre.Console;

namespace DslNet.Tool.Tables;

/// <summary>The layers of an ONNX model.</summary>
internal static class ModelTable
{
    public static void Print(OnnxImport model)
    {
        Table table = Screen.NewTable(("layer", false), ("declaration", false), ("output", false), ("parameters", true), ("multiply-adds", true), ("weights in the file", false));
        foreach (OnnxPortDescription input in model.Inputs)
            Screen.Add(table, "input", input.Name, Shape(input.Shape), "", "", "");
        foreach (OnnxLayer layer in model.Layers)
            Screen.Add(table, layer.Name, layer.Declaration, Shape(layer.Output), Screen.Figure(layer.Parameters), Screen.Figure(layer.MultiplyAdds), layer.Origin);
        foreach (OnnxPortDescription output in model.Outputs)
            Screen.Add(table, "output", output.Name, Shape(output.Shape), "", "", "");
        Screen.Add(table, "total", "", "", Screen.Figure(model.Layers.Sum(layer => layer.Parameters)), Screen.Figure(model.Layers.Sum(layer => layer.MultiplyAdds)), "");
        Screen.Write(table);
        foreach (string remark in model.Remarks)
            Console.WriteLine(remark);
    }

    private static string Shape(IReadOnlyList<int> axes) => string.Join('×', axes);
}
