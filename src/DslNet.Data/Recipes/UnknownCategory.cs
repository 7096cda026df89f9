namespace DslNet.Data;

/// <summary>What becomes of a category that the training part did not have, and of a missing one.</summary>
public enum UnknownCategory
{
    /// <summary>It is of no category: zeros of <see cref="OneHot"/>, token 0 of <see cref="Embed"/>.</summary>
    Allow,

    /// <summary>It is refused with an exception that names the file, the line and the column.</summary>
    Refuse,
}
