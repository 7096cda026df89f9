namespace DslNet.Data;

/// <summary>What the cells of a column are.</summary>
public enum ColumnType
{
    /// <summary>Numbers.</summary>
    Number,

    /// <summary>Texts, of which each different one is a category.</summary>
    Category,

    /// <summary>Dates, with or without a time.</summary>
    Date,
}
