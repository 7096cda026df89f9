//HintName: RunCopy.g.cs

// Concat1: 2 runs of 24 values copied.
[Method__(Optimized)]
public static void Concat1Forward0(ref float source, ref float destination)
{
	unchecked
	{
		for (int run = 0; run < 2; run++)
		{
			ref float from = ref Place__.Add(ref source, run * 24);
			ref float to = ref Place__.Add(ref destination, run * 48);
			for (int value = 0; value < 24; value += 8)
			{
				Lanes__.Store(Lanes__.Load(ref from, value), ref to, value);
			}
		}
	}
}
