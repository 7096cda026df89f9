namespace DslNet.Data;

/// <summary>Elements in an order.</summary>
internal static class Gathered
{
    /// <summary>Copies the elements with these indices.</summary>
    public static T[] Of<T>(ReadOnlySpan<T> all, ReadOnlySpan<int> indices)
    {
        T[] gathered = new T[indices.Length];
        for (int i = 0; i < gathered.Length; i++)
            gathered[i] = all[indices[i]];
        return gathered;
    }
}
