namespace DslNet.Search;

/// <summary>How probable the points of a setting are.</summary>
internal interface IDensity
{
    double Draw(SampleStream random);

    /// <summary>The logarithm of the density at a point.</summary>
    double Log(double point);
}
