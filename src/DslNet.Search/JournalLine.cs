using System.Globalization;
using System.Text;
using System.Text.Json;

namespace DslNet.Search;

/// <summary>How lines of a journal are written: one JSON object each.</summary>
internal static class JournalLine
{
    public const int Version = 1;

    /// <summary>What every journal begins with.</summary>
    public static ReadOnlySpan<byte> Beginning => "{\"search\":"u8;

    public static string Header(SearchSpace space) => Write(json =>
    {
        json.WriteNumber("search", Version);
        json.WriteStartArray("space");
        foreach (string setting in space.Signature)
            json.WriteStringValue(setting);
        json.WriteEndArray();
    });

    public static string Start(int trial, IReadOnlyDictionary<string, string> values, string worker) => Write(json =>
    {
        json.WriteNumber("start", trial);
        json.WriteStartObject("settings");
        foreach ((string name, string value) in values)
            json.WriteString(name, value);
        json.WriteEndObject();
        json.WriteString("by", worker);
    });

    public static string Report(int trial, int step, double loss) => Write(json =>
    {
        json.WriteNumber("report", trial);
        json.WriteNumber("step", step);
        json.WriteString("loss", Spell(loss));
    });

    public static string End(int trial, TrialState state, double loss, string? error) => Write(json =>
    {
        json.WriteNumber("end", trial);
        json.WriteString("state", state.ToString());
        json.WriteString("loss", Spell(loss));
        if (error is not null)
            json.WriteString("error", error);
    });

    /// <summary>A loss as <see cref="Spell"/> writes it.</summary>
    public static double Loss(JsonElement line) => double.Parse(line.GetProperty("loss").GetString()!, CultureInfo.InvariantCulture);

    // JSON has no NaN and no infinity.
    private static string Spell(double loss) => loss.ToString("R", CultureInfo.InvariantCulture);

    private static string Write(Action<Utf8JsonWriter> members)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
