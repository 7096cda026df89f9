namespace DslNet.Tool.Networks;

/// <summary>What a file is, by the ending of its name.</summary>
internal static class FileKinds
{
    public static FileKind Of(string file) => Path.GetExtension(file).ToLowerInvariant() switch
    {
        ".onnx" => FileKind.Onnx,
        ".nam" => FileKind.Nam,
        ".safetensors" => FileKind.Safetensors,
        ".dll" or ".exe" => FileKind.Assembly,
        _ => throw new ArgumentException($"{file} is known by no ending: ONNX models end in .onnx, captures of amplifiers in .nam, weights in .safetensors, assemblies in .dll."),
    };
}
