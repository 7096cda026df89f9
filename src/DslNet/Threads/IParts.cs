namespace DslNet;

/// <summary>Work in numbered parts that several threads may do at once, in any order.</summary>
internal interface IParts
{
    /// <summary>Does parts until none is left: called once by each thread that takes part.</summary>
    /// <param name="job">Where the next part is to be had.</param>
    /// <param name="participant">0 on the thread that divides the work; the others are counted as they come.</param>
    void Run(Job job, int participant);
}
