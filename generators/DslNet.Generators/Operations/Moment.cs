namespace DslNet.Generators.Operations;

/// <summary>Where in the turn of a loop something is done.</summary>
internal enum Moment
{
    /// <summary>As the turn begins.</summary>
    Entering,

    /// <summary>In the order of the program.</summary>
    Inside,

    /// <summary>As the turn ends.</summary>
    Leaving,
}
