namespace DslNet.Tool.Networks;

/// <summary>What a file is.</summary>
internal enum FileKind
{
    Onnx,
    Nam,
    Safetensors,
    Assembly,
}
