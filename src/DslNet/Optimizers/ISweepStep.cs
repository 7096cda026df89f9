namespace DslNet;

/// <summary>What is done with the sweep of one step.</summary>
internal interface ISweepStep
{
    float Run<TSweep, TWide>(TSweep sweep)
        where TSweep : struct, ISweep<TWide>, allows ref struct
        where TWide : struct, IUpdate, allows ref struct;
}
