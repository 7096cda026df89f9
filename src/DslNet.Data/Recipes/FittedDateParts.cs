using System.Text.Json.Serialization;

namespace DslNet.Data;

/// <summary>Columns of numbers that dates have.</summary>
/// <param name="Column">The column of dates.</param>
/// <param name="Parts">The numbers.</param>
internal sealed record FittedDateParts(string Column, DatePart[] Parts) : FittedStep
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override IEnumerable<string> Reads => [Column];

    /// <inheritdoc/>
    [JsonIgnore]
    public override IEnumerable<string> Makes => Parts.Select(Name);

    /// <inheritdoc/>
    public override string? Problem() => Parts.Length > 0 && Array.TrueForAll(Parts, part => Enum.IsDefined(part)) ? null : "has no part, or one that is none";

    /// <inheritdoc/>
    public override Table Transform(Table table)
    {
        TableColumn column = table[Column];
        foreach (DatePart part in Parts)
            table = table.With(column.WithNumbers(Name(part), [.. Enumerable.Range(0, column.Count).Select(row => column.Date(row) is { } date ? Of(date, part) : double.NaN)]));
        return table;
    }

    private static double Of(DateTime date, DatePart part) => part switch
    {
        DatePart.Year => date.Year,
        DatePart.Month => date.Month,
        DatePart.Day => date.Day,
        DatePart.Weekday => date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek,
        DatePart.DayOfYear => date.DayOfYear,
        DatePart.Hour => date.TimeOfDay.TotalHours,
        _ => (date - DateTime.UnixEpoch).TotalDays,
    };

    private string Name(DatePart part)
    {
        string name = part.ToString();
        return $"{Column}.{char.ToLowerInvariant(name[0])}{name[1..]}";
    }
}
