using System.Globalization;
using System.Text.Json;

namespace DslNet.Audio;

/// <summary>A value of a .nam file with the path to it, which messages begin with.</summary>
/// <param name="Value">The value.</param>
/// <param name="Path">Where it is in the file.</param>
internal readonly record struct NamNode(JsonElement Value, string Path)
{
    /// <summary>Beyond this a size or a dilation is none of a network that anybody runs.</summary>
    private const int MostOfASize = 1 << 20;

    public bool IsObject => Value.ValueKind == JsonValueKind.Object;

    public bool IsArray => Value.ValueKind == JsonValueKind.Array;

    public bool IsText => Value.ValueKind == JsonValueKind.String;

    /// <summary>A member; null where there is none, or null in the file.</summary>
    public NamNode? Find(string name) =>
        IsObject && Value.TryGetProperty(name, out JsonElement member) && member.ValueKind != JsonValueKind.Null ? new(member, PathOf(name)) : null;

    /// <summary>A member that must be there.</summary>
    public NamNode Get(string name) => Find(name) ?? throw new NamException($"{PathOf(name)} is missing. Export the model again.");

    public NamNode Object(string name) => Get(name) is { IsObject: true } node ? node : throw Get(name).Unexpected("an object");

    public IReadOnlyList<NamNode> Array(string name) => Get(name) is { IsArray: true } node ? node.Items : throw Get(name).Unexpected("an array");

    /// <summary>The elements of an array.</summary>
    public IReadOnlyList<NamNode> Items
    {
        get
        {
            string path = Path;
            return [.. Value.EnumerateArray().Select((item, i) => new NamNode(item, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]")))];
        }
    }

    /// <summary>A number of channels, taps, frames: 1 or more.</summary>
    public int Size(string name) => Get(name).AsSize();

    public int Size(string name, int otherwise) => Find(name)?.AsSize() ?? otherwise;

    public bool Flag(string name) => Get(name).AsFlag();

    public bool Flag(string name, bool otherwise) => Find(name)?.AsFlag() ?? otherwise;

    public string Text(string name) => Get(name).AsText();

    public float Number(string name, float otherwise) => Find(name)?.AsNumber() ?? otherwise;

    public int AsSize() => Value.ValueKind == JsonValueKind.Number && Value.TryGetDouble(out double size) && size is >= 1 and <= MostOfASize && size == Math.Floor(size)
        ? (int)size
        : throw Unexpected($"a whole number from 1 to {MostOfASize}");

    public float AsNumber() => Value.ValueKind == JsonValueKind.Number && Value.TryGetDouble(out double number) && float.IsFinite((float)number)
        ? (float)number
        : throw Unexpected("a finite number");

    public string AsText() => IsText ? Value.GetString()! : throw Unexpected("a text");

    public bool AsFlag() => Value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Unexpected("true or false"),
    };

    public NamException Unexpected(string wanted)
    {
        const int shown = 40;
        string text = Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array ? Value.ValueKind == JsonValueKind.Array ? "an array" : "an object" : Value.GetRawText();
        return new($"{Path} is {(text.Length > shown ? text[..shown] + "…" : text)}, but must be {wanted}. Export the model again.");
    }

    private string PathOf(string name) => Path.Length == 0 ? name : $"{Path}.{name}";
}
