using System.Text;
using System.Text.Json;

namespace DslNet.Audio.Tests.Harness;

/// <summary>Small networks, one for each thing that files may have, and what the reference puts out for them.</summary>
internal static class Variants
{
    private static readonly JsonElement s_root = JsonDocument.Parse(Probe.Unpack("variants.json.gz")).RootElement;

    public static IEnumerable<string> Names => s_root.GetProperty("models").EnumerateObject().Select(variant => variant.Name);

    public static float[] Input { get; } = Values(s_root.GetProperty("input"));

    /// <summary>The text of a file.</summary>
    public static byte[] Text(string name) => Encoding.UTF8.GetBytes(Find(name).GetProperty("model").GetRawText());

    public static float[] Expected(string name) => Values(Find(name).GetProperty("expected"));

    private static JsonElement Find(string name) => s_root.GetProperty("models").GetProperty(name);

    private static float[] Values(JsonElement array) => [.. array.EnumerateArray().Select(value => value.GetSingle())];
}
