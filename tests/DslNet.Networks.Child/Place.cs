namespace DslNet.Networks.Child;

/// <summary>Where within its pages memory lies.</summary>
internal enum Place
{
    /// <summary>Its first number is the first behind a page that nobody may touch.</summary>
    Start,

    /// <summary>Its last number is the last before a page that nobody may touch.</summary>
    End,
}
