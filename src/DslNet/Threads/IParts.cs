namespace DslNet;

/// <summary>Work in numbered parts that several threads may do at once, in any order. It throws nothing.</summary>
internal interface IParts
{
    /// <summary>Does parts until none is left: called once by each thread that takes part.</summary>
    void Run(Job job);
}
