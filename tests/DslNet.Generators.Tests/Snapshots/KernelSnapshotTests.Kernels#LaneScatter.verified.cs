//HintName: LaneScatter.g.cs

// One frame of 2 channels behind those that are kept.
[Method__(OfOneSample)]
public static void InputKeep(ref float source, ref float destination)
{
	unchecked
	{
		Lanes__.Store((Lanes__.Load(ref source, 0) + Lanes__.Fill(1.05879118E-22f)) - Lanes__.Fill(1.05879118E-22f), ref source, 0);
		Place__.Add(ref destination, 0) = Place__.Add(ref source, 0);
		Place__.Add(ref destination, 144) = Place__.Add(ref source, 1);
	}
}
