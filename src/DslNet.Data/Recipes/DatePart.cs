namespace DslNet.Data;

/// <summary>A number that a date has.</summary>
public enum DatePart
{
    /// <summary>The year: a column NAME.year.</summary>
    Year,

    /// <summary>The month, from 1: a column NAME.month.</summary>
    Month,

    /// <summary>The day of the month, from 1: a column NAME.day.</summary>
    Day,

    /// <summary>The day of the week, 1 of Monday to 7 of Sunday, as ISO 8601 counts: a column NAME.weekday.</summary>
    Weekday,

    /// <summary>The day of the year, from 1: a column NAME.dayOfYear.</summary>
    DayOfYear,

    /// <summary>The hour with its minutes, from 0 up to 24: a column NAME.hour.</summary>
    Hour,

    /// <summary>Days since the beginning of 1970, with their parts: a column NAME.days.</summary>
    Days,
}
