using System.Globalization;

namespace DslNet.Onnx.Writing;

/// <summary>Arguments of attributes as they are written.</summary>
internal static class Argument
{
    public static string Of(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Of(float value) =>
        value == float.MinValue ? "float.MinValue" : value == float.MaxValue ? "float.MaxValue" : value.ToString("R", CultureInfo.InvariantCulture) + "f";

    public static string Of(string value) => $"\"{value}\"";

    /// <summary>A named argument; nothing if it has its default.</summary>
    public static IEnumerable<string> Named(string name, long value, long otherwise) => value == otherwise ? [] : [$"{name} = {Of(value)}"];

    public static IEnumerable<string> Named(string name, float value, float otherwise) => value.Equals(otherwise) ? [] : [$"{name} = {Of(value)}"];

    public static IEnumerable<string> Named(string name, bool value, bool otherwise) => value == otherwise ? [] : [$"{name} = {(value ? "true" : "false")}"];
}
