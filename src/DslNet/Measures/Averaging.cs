namespace DslNet;

/// <summary>How precision, recall and F1 of several classes become one figure, by the names of scikit-learn's <c>average</c>.</summary>
public enum Averaging
{
    /// <summary>The mean over the classes, each counted once.</summary>
    Macro,

    /// <summary>Over all samples at once: what was right of all classes, divided by what was predicted or is of all classes.</summary>
    Micro,

    /// <summary>The mean over the classes, each counted as often as samples are of it.</summary>
    Weighted,
}
