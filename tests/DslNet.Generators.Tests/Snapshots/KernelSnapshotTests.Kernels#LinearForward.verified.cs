//HintName: LinearForward.g.cs

// Upsample2: y = x, 2 times as long by linear interpolation, 1×6 runs of 64 values.
[Method__(Optimized)]
public static void Upsample2ForwardRows(ref float x, ref float y)
{
	unchecked
	{
		for (int c = 0; c < 64; c += 8)
		{
			Lanes__.Store(Lanes__.Load(ref x, c), ref y, c);
		}
		for (int next = 1; next < 6; next++)
		{
			ref float earlier = ref Place__.Add(ref x, (next - 1) * 64);
			ref float between = ref Place__.Add(ref y, next * 128 - 64);
			for (int c = 0; c < 64; c += 8)
			{
				Float__ before = Lanes__.Load(ref earlier, c), behind = Lanes__.Load(ref earlier, c + 64);
				Lanes__.Store(Lanes__.MultiplyAdd(behind, Lanes__.Fill(0.25f), before * Lanes__.Fill(0.75f)), ref between, c);
				Lanes__.Store(Lanes__.MultiplyAdd(behind, Lanes__.Fill(0.75f), before * Lanes__.Fill(0.25f)), ref between, c + 64);
			}
		}
		ref float last = ref Place__.Add(ref x, 320);
		ref float behindLast = ref Place__.Add(ref y, 704);
		for (int c = 0; c < 64; c += 8)
		{
			Lanes__.Store(Lanes__.Load(ref last, c), ref behindLast, c);
		}
	}
}
