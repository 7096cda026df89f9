//HintName: LinearBackward.g.cs

// Upsample2: ∂x = Σ ∂y times its weights in linear interpolation 2 times as long, 12×8 runs of 8 values.
[Method__(Optimized)]
public static void Upsample2BackwardColumns(ref float dy, ref float dx)
{
	unchecked
	{
		for (int outer = 0; outer < 12; outer++)
		{
			ref float gradient = ref Place__.Add(ref dy, outer * 128);
			{
				ref float behind = ref Place__.Add(ref gradient, 8);
				{
					Float__ sum = Float__.Zero;
					sum += Lanes__.Load(ref gradient, 0);
					sum = Lanes__.MultiplyAdd(Lanes__.Load(ref behind, 0), Lanes__.Fill(0.75f), sum);
					sum = Lanes__.MultiplyAdd(Lanes__.Load(ref behind, 8), Lanes__.Fill(0.25f), sum);
					Lanes__.Store(sum, ref dx, outer * 64);
				}
			}
			for (int input = 1; input < 7; input++)
			{
				ref float before = ref Place__.Add(ref gradient, input * 16 - 8);
				ref float behind = ref Place__.Add(ref gradient, input * 16 + 8);
				{
					Float__ sum = Float__.Zero;
					sum = Lanes__.MultiplyAdd(Lanes__.Load(ref before, 0), Lanes__.Fill(0.25f), sum);
					sum = Lanes__.MultiplyAdd(Lanes__.Load(ref before, 8), Lanes__.Fill(0.75f), sum);
					sum = Lanes__.MultiplyAdd(Lanes__.Load(ref behind, 0), Lanes__.Fill(0.75f), sum);
					sum = Lanes__.MultiplyAdd(Lanes__.Load(ref behind, 8), Lanes__.Fill(0.25f), sum);
					Lanes__.Store(sum, ref dx, outer * 64 + input * 8);
				}
			}
			{
				ref float before = ref Place__.Add(ref gradient, 104);
				ref float behind = ref Place__.Add(ref gradient, 120);
				{
					Float__ sum = Float__.Zero;
					sum = Lanes__.MultiplyAdd(Lanes__.Load(ref before, 0), Lanes__.Fill(0.25f), sum);
					sum = Lanes__.MultiplyAdd(Lanes__.Load(ref before, 8), Lanes__.Fill(0.75f), sum);
					sum += Lanes__.Load(ref behind, 0);
					Lanes__.Store(sum, ref dx, outer * 64 + 56);
				}
			}
		}
	}
}
