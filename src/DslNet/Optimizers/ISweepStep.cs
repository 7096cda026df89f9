namespace DslNet;

/// <summary>What is done with the sweep of one step.</summary>
internal interface ISweepStep
{
    float Run<TSweep, TSixteen>(TSweep sweep)
        where TSweep : struct, ISweep<TSixteen>, allows ref struct
        where TSixteen : struct, IUpdate, allows ref struct;
}
